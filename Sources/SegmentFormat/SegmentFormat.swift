// SegmentFormat
