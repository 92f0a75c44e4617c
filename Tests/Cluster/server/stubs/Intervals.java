package org.apache.lucene.search.intervals;

/** A class that Elasticsearch 7.0 names and that Lucene 8.3 has elsewhere. Nothing here calls it. */
public final class Intervals {
  private Intervals() {}
}
