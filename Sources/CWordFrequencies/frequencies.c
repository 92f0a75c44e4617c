#include "CWordFrequencies.h"

static const unsigned char english[] = {
#embed "Tables/english.txt"
};
static const unsigned char indonesian[] = {
#embed "Tables/indonesian.txt"
};

tanya_frequency_table tanya_english_frequencies(void) {
  return (tanya_frequency_table){english, sizeof english};
}

tanya_frequency_table tanya_indonesian_frequencies(void) {
  return (tanya_frequency_table){indonesian, sizeof indonesian};
}
