// Tests of Answering.
