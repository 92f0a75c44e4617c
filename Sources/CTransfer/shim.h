#pragma once

#include <stddef.h>
#include <sys/types.h>

// Declared here since the C library's headers name them for programs with GNU extensions only.

extern int memfd_create(const char *name, unsigned int flags);
extern int pipe2(int ends[2], int flags);

struct tanya_limit {
  unsigned long current, greatest;
};

/// Limits the size of the files that a process writes, in bytes.
static inline int tanya_limit_files(pid_t process, unsigned long size) {
  extern int prlimit64(pid_t, unsigned, const void *, void *);
  struct tanya_limit limit = {size, size};
  return prlimit64(process, 1 /* RLIMIT_FSIZE */, &limit, NULL);
}

enum { tanya_memory_closes = 1 /* MFD_CLOEXEC */ };
