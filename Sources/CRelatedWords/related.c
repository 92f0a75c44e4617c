#include "CRelatedWords.h"

static const unsigned char english[] = {
#embed "Tables/english.txt"
};
static const unsigned char indonesian[] = {
#embed "Tables/indonesian.txt"
};

tanya_related_words_table tanya_english_related_words(void) {
  return (tanya_related_words_table){english, sizeof english};
}

tanya_related_words_table tanya_indonesian_related_words(void) {
  return (tanya_related_words_table){indonesian, sizeof indonesian};
}
