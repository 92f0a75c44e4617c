#ifndef TANYA_CAGE_H
#define TANYA_CAGE_H

#include <sys/types.h>

/* What a caged program may use. */
struct tanya_cage_limits {
  unsigned long seconds;        /* of processor time */
  unsigned long memory;         /* bytes of address space */
  const char *const *readable;  /* files and folders that it may read and execute; ends with NULL */
};

/* What the kernel could take away from a program; bits of tanya_cage_check. */
enum { TANYA_CAGE_FILES = 1, TANYA_CAGE_NETWORK = 2 };

/* Starts a program in a cage, with the three descriptors as its standard streams and none beside
   them, as the leader of a process group of its own. Returns its process id, or -1 with errno.
   A child that cannot be caged or started ends with 127. */
pid_t tanya_cage_start(const char *path, char *const arguments[], char *const environment[],
                       int input, int output, int errors,
                       const struct tanya_cage_limits *limits);

/* Returns a descriptor of an empty file in memory, or -1 with errno. */
int tanya_cage_memory(void);

/* Which parts of the cage this kernel has: a child tries them and ends. */
int tanya_cage_check(void);

#endif
