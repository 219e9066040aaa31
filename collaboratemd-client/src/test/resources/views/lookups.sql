INSERT INTO loc_crosswalk VALUES ('906', 'IOP'), ('1001', 'RES'), ('1002', 'PHP'), ('H0010', 'DTX');
INSERT INTO payer_name_crosswalk VALUES ('Acme Health', 'ACM'), ('Beta Plan', 'BET'), ('Twice Listed', 'TWO'), ('Twice Listed', 'ONE');
INSERT INTO facility_rates VALUES ('NorthACMIOP', 100, 'INN'), ('NorthBETRES', 100, 'OON'), ('NorthACMRES', 100, 'INN'), ('NorthACMPHP', 100, 'INN');
