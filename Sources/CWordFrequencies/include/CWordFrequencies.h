#pragma once

#include <stddef.h>

/// A table of word frequencies: lines `stem count`, sorted by the bytes of the stems. A count is
/// the number of passages of a hundred words, among 100,000, that contain the stem.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} tanya_frequency_table;

tanya_frequency_table tanya_english_frequencies(void);
tanya_frequency_table tanya_indonesian_frequencies(void);
