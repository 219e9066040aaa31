INSERT INTO loc_crosswalk VALUES ('906', 'IOP'), ('1001', 'RES'), ('510', 'OP');
INSERT INTO payer_name_crosswalk VALUES ('Acme Health', 'ACM'), ('Beta Plan', 'BET');
