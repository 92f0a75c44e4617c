#pragma once

#include <stddef.h>

/// A table of related words: lines `stem other4 another3`, sorted by the bytes of the first stem.
/// The digit after a related stem is the strength of the relation, in tenths.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} tanya_related_words_table;

tanya_related_words_table tanya_english_related_words(void);
tanya_related_words_table tanya_indonesian_related_words(void);
