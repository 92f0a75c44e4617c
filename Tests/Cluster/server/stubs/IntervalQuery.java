package org.apache.lucene.search.intervals;

/** See {@link Intervals}. */
public abstract class IntervalQuery extends org.apache.lucene.search.Query {}
