/*
 * Stands between a process and its disk (LD_PRELOAD): lets the nth write, cut or flush of files under FAULT_UNDER fail,
 * or holds flushes back until told. Steered through FAULT_CONTROL, a file of four 64-bit numbers that is mapped here
 * and written by the test. FAULT_LOG receives a line for each opening and each flush.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { OFF = 0, FAIL_ONCE = 1, FAIL_FLUSH_ONCE = 2, NO_SPACE_FROM = 3, HOLD_FLUSHES = 4, FAIL_FROM = 5, FAIL_FROM_FLUSH = 6 };

/* What to do, at which call, how many calls there were, how many flushes are held now. */
static volatile int64_t *control;
static int logging = -1;

static void open_control(void) {
  if (control != NULL) return;
  static volatile int64_t nowhere[4];
  control = nowhere;
  const char *path = getenv("FAULT_CONTROL");
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  if (path != NULL) {
    int file = real_open(path, O_RDWR | O_CLOEXEC);
    void *mapped = mmap(NULL, 32, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) control = mapped;
    close(file);
  }
  path = getenv("FAULT_LOG");
  if (path != NULL) logging = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static const char *watched(const char *path) {
  const char *under = getenv("FAULT_UNDER");
  return under != NULL && strncmp(path, under, strlen(under)) == 0 ? path : NULL;
}

static const char *watched_file(int file, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  return watched(path);
}

static void note(const char *what, const char *path, const char *how) {
  static ssize_t (*real_write)(int, const void *, size_t);
  if (real_write == NULL) real_write = dlsym(RTLD_NEXT, "write");
  if (logging < 0) return;
  char line[4200];
  int length = snprintf(line, sizeof line, "%s %s %s\n", what, strrchr(path, '/') + 1, how);
  real_write(logging, line, length);
}

/* 0 to go on, or the error with which this call fails. */
static int verdict(const char *path, int flush) {
  if (path == NULL || control[0] == OFF) return 0;
  if (control[0] == HOLD_FLUSHES) {
    if (!flush) return 0;
    __sync_fetch_and_add(&control[3], 1);
    while (control[0] == HOLD_FLUSHES) usleep(500);
    __sync_fetch_and_sub(&control[3], 1);
    return 0;
  }
  if (control[0] == FAIL_FLUSH_ONCE && !flush) return 0;
  if (control[0] == FAIL_FROM_FLUSH && !flush && control[2] == 0) return 0;
  int64_t call = __sync_add_and_fetch(&control[2], 1);
  if (control[0] == NO_SPACE_FROM) return call >= control[1] && !flush ? ENOSPC : 0;
  if (control[0] == FAIL_FROM || control[0] == FAIL_FROM_FLUSH) return call >= control[1] ? EIO : 0;
  return call == control[1] ? EIO : 0;
}

#define REAL(name, type) \
  static __typeof__(type) real; \
  if (real == NULL) real = dlsym(RTLD_NEXT, name)

#define MEET(file, flush) \
  char path[4096]; \
  open_control(); \
  const char *found = watched_file(file, path, sizeof path); \
  int error = verdict(found, flush); \
  if (flush && found != NULL) note("flush", found, error ? "failed" : "done"); \
  if (error != 0) { errno = error; return -1; }

ssize_t write(int file, const void *bytes, size_t count) {
  REAL("write", ssize_t (*)(int, const void *, size_t));
  MEET(file, 0)
  return real(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  REAL("pwrite", ssize_t (*)(int, const void *, size_t, off_t));
  MEET(file, 0)
  return real(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  REAL("pwrite64", ssize_t (*)(int, const void *, size_t, off64_t));
  MEET(file, 0)
  return real(file, bytes, count, at);
}

int ftruncate(int file, off_t length) {
  REAL("ftruncate", int (*)(int, off_t));
  MEET(file, 0)
  return real(file, length);
}

int ftruncate64(int file, off64_t length) {
  REAL("ftruncate64", int (*)(int, off64_t));
  MEET(file, 0)
  return real(file, length);
}

int fsync(int file) {
  REAL("fsync", int (*)(int));
  MEET(file, 1)
  return real(file);
}

int fdatasync(int file) {
  REAL("fdatasync", int (*)(int));
  MEET(file, 1)
  return real(file);
}

static void note_opening(const char *path) {
  open_control();
  if (watched(path) != NULL) note("open", path, "");
}

int open(const char *path, int flags, ...) {
  REAL("open", int (*)(const char *, int, ...));
  va_list rest;
  va_start(rest, flags);
  int mode = va_arg(rest, int);
  va_end(rest);
  note_opening(path);
  return real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  REAL("open64", int (*)(const char *, int, ...));
  va_list rest;
  va_start(rest, flags);
  int mode = va_arg(rest, int);
  va_end(rest);
  note_opening(path);
  return real(path, flags, mode);
}
