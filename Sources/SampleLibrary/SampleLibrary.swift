// SampleLibrary
