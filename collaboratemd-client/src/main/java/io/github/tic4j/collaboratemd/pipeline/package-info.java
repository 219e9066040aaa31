/**
 * Report runs from CollaborateMD into PostgreSQL, for every instance, account and report of a configuration: generate,
 * fetch, load, views. The entry points are {@link io.github.tic4j.collaboratemd.pipeline.PipelineConfig} and
 * {@link io.github.tic4j.collaboratemd.pipeline.ReportPipeline}.
 */
@NullMarked
package io.github.tic4j.collaboratemd.pipeline;

import org.jspecify.annotations.NullMarked;
