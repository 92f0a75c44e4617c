// Tests of SampleLibrary.
