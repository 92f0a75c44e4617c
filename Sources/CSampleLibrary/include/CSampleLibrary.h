#ifndef CSAMPLELIBRARY_H
#define CSAMPLELIBRARY_H

#include <stddef.h>

/// A file as it was embedded at build time; the bytes live as long as the program.
typedef struct {
  /// NUL-terminated, such as `sample/talent-factory.md`.
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} tanya_embedded_file;

/// The articles of the built-in library, `tanya_sample_article_count()` of them.
const tanya_embedded_file *_Nonnull tanya_sample_articles(void);

size_t tanya_sample_article_count(void);

/// The English–Indonesian glossary, a TSV file.
tanya_embedded_file tanya_glossary(void);

#endif
