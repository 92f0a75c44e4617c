/* Dictionaries that are used where they lie, and how they are trained, are declared for programs
   that link the library statically, as the release does. */
#define ZSTD_STATIC_LINKING_ONLY
#define ZDICT_STATIC_LINKING_ONLY
#include <zstd.h>
#include <zdict.h>
