/* The commit that the program was built from, in full; empty unless the build names it. */
const char *tanya_build_commit(void);
