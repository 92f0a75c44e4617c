/// Asks the processor to bring the line of memory that holds an address nearer; never faults.
static inline void tanya_prefetch_line(const void *address) { __builtin_prefetch(address); }
