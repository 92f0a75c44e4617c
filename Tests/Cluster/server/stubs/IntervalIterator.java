package org.apache.lucene.search.intervals;

/** See {@link Intervals}. */
public abstract class IntervalIterator {}
