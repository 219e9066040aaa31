package io.github.tic4j.config;

import io.github.tic4j.config.Key.Kind;
import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.normalize.NormalizeOptions;
import io.github.tic4j.pipeline.Partitioning;
import io.github.tic4j.pipeline.PipelineOptions;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.HttpOptions;
import io.github.tic4j.source.RetryPolicy;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.validate.QualityRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

public final class Configuration {
}
