#include "CBuild.h"

/* Package.swift passes TANYA_COMMIT on from the environment of a release's build. */
const char *tanya_build_commit(void) { return TANYA_COMMIT; }
