#include "CSampleLibrary.h"

static const unsigned char glossary[] = {
#embed "Glossary/en-id.tsv"
};

tanya_embedded_file tanya_glossary(void) {
  return (tanya_embedded_file){"en-id.tsv", glossary, sizeof glossary};
}
