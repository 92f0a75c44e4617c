// Tests of SegmentFormat.
