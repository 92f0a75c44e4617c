/* Dictionaries that are used where they lie, and how they are trained, are declared for programs
   that link the library statically, as the release does. */
#define ZSTD_STATIC_LINKING_ONLY
#define ZDICT_STATIC_LINKING_ONLY
#include <zstd.h>
#include <zdict.h>

/* Swift does not see a macro that stands for another name. */
static const ZSTD_cParameter tanya_zstd_compression_format = ZSTD_c_format;
static const ZSTD_dParameter tanya_zstd_decompression_format = ZSTD_d_format;
