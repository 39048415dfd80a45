# SPDX-License-Identifier: ISC
# GNU make.  `make' builds under build/, which is laid out as an installed
# tree is; `make demo' and `make check' need nothing else but a network the
# first time.  CC, CFLAGS, CPPFLAGS, LDFLAGS, PREFIX and DESTDIR are yours.
VERSION = 0.1.0
PREFIX = /usr/local
CFLAGS = -O2 -g
B = build

LIBPQ := $(shell pg_config --includedir 2>/dev/null)
STD = -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE \
	-DVERSION='"$(VERSION)"' -Ilib -Icmd $(LIBPQ:%=-I%)
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wpointer-arith
HARDEN = -fstack-protector-strong \
	-ffile-prefix-map=$(CURDIR)=.
ALL_CFLAGS = $(STD) $(WARN) $(HARDEN) -fPIC $(CFLAGS) $(CPPFLAGS)
ALL_LDFLAGS = -Wl,-z,relro,-z,now -Wl,--as-needed $(LDFLAGS)
# Each library that a command loads costs it 3 %, so what is small becomes a
# part of ours; SMALL='-lyaml -lnettle -lutf8proc' loads them again.  Each of
# the 1,600 symbols of libsqlite3 is sought in what was linked before it, so it
# comes first.  With STATIC=1 each command holds all of it but libc, ours too,
# at addresses that are known when it is linked, and so to an attacker too.
SMALL = -l:libyaml.a -l:libnettle.a -l:libutf8proc.a
SO = libfrontdesk.so.0
ifdef STATIC
LIBS = -l:libsqlite3.a $(SMALL) -lm
OURS = $B/obj/lib.a
REST = $(LIBS) -rdynamic -no-pie
else
LIBS = -lsqlite3 $(SMALL)
OURS = $B/lib/$(SO)
FIRST = -Wl,--no-as-needed -lsqlite3 -Wl,--as-needed
PLUGIN_OWN = -Wl,-z,defs $(OURS)
endif

# What knows libpq is a part of its own, that only stores on a server load.
PLUGIN = frontdesk-postgresql.so
PLUGIN_C = $(wildcard lib/driver-postgresql.c lib/postgresql-*.c)
PLUGIN_O = $(PLUGIN_C:lib/%.c=$B/obj/lib/%.o)
LIB_C = $(filter-out $(PLUGIN_C),$(sort $(wildcard lib/*.c)))
LIB_SQL = $(wildcard lib/*.sql)
CMD_C = $(wildcard cmd/*.c)
LIB_O = $(LIB_C:lib/%.c=$B/obj/lib/%.o) $(LIB_SQL:%.sql=$B/obj/%-sql.o)
SHARED_O = $(patsubst %,$B/obj/cmd/%.o,$(SHARED))
# A file of cmd/ is a command if it has a main; the others are what these
# share.
SHARED := $(patsubst cmd/%.c,%,$(shell grep -L '^main.int' cmd/*.c))
COMMANDS = $(filter-out $(SHARED),$(patsubst cmd/%.c,%,$(wildcard cmd/*.c)))
BIN = $(COMMANDS:%=$B/bin/%)
PO = $(wildcard po/*.po)
MO = $(PO:po/%.po=$B/share/locale/%/LC_MESSAGES/frontdesk.mo)
CONFIG = $(patsubst config/%,$B/share/frontdesk/config/%,$(wildcard config/*.yaml))
PAGES = $(patsubst man/%,$B/share/man/%,$(wildcard man/man[157]/*.[157]))
COMPLETIONS = $B/share/bash-completion/completions
COMPLETION = $(COMPLETIONS)/frontdesk $(patsubst %,$(COMPLETIONS)/%, \
	$(filter-out frontdesk,$(COMMANDS)))
TREE = $(BIN) $(filter $B/lib/%,$(OURS)) $B/lib/$(PLUGIN) $(MO) $(CONFIG) $(PAGES) $(COMPLETION) \
	$B/share/frontdesk/crontab
UNITS = $(patsubst tests/unit/%.c,$B/unit/%,$(wildcard tests/unit/*.c))
# Targets of the fuzzer; with FUZZ set they are linked with it, else with what
# gives them the files of their corpus.
FUZZERS = $(patsubst tests/fuzz/%.c,$B/fuzz/%, \
	$(filter-out %/replay.c,$(wildcard tests/fuzz/*.c)))
FUZZ_O = $(if $(FUZZ),,$B/obj/tests/fuzz/replay.o)
TIME = 60
CHECKERS = $(patsubst tools/%.c,$B/tools/%,$(wildcard tools/*.c))

all: $(TREE)

$B/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# lib/upgrade-2.sql becomes the text upgrade_2_sql.
$B/obj/lib/%-sql.o: lib/%.sql
	@mkdir -p $(@D)
	{ echo 'extern const char $(subst -,_,$*)_sql[];'; \
	  echo 'const char $(subst -,_,$*)_sql[] ='; \
	  sed 's/["\\]/\\&/g; s/.*/"&\\n"/' $<; echo ';'; \
	} | $(CC) $(filter-out -Wpedantic,$(ALL_CFLAGS)) -Wno-overlength-strings -x c -c -o $@ -

$B/lib/$(SO): $(LIB_O) lib/frontdesk.map
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -shared -Wl,-soname,'$$ORIGIN/../lib/$(SO)' \
	    -Wl,--version-script=lib/frontdesk.map -Wl,-z,defs \
	    -Wl,-Bsymbolic-functions \
	    -o $@ $(LIB_O) $(LIBS)

# It takes what it needs of ours from the library, or else from the command.
$B/lib/$(PLUGIN): $(PLUGIN_O) $(OURS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -shared \
	    -o $@ $(PLUGIN_O) $(PLUGIN_OWN) -lpq

$B/obj/cmd.a: $(SHARED_O)
$B/obj/lib.a: $(LIB_O)
$B/obj/%.a:
	rm -f $@
	$(AR) rcs $@ $^

# A command finds the library beside itself, wherever the tree lies: its name
# is its place, so that the loader searches no directory for it.
$B/bin/%: $B/obj/cmd/%.o $B/obj/cmd.a $(OURS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) \
	    -o $@ $(FIRST) $< $B/obj/cmd.a $(OURS) $(OWN) $(REST)

# Reading what is not shown: one function, so no library more at start.
$B/bin/lend-key: OWN = -l:libbsd.a

# What only the checks run; they see all of the library.
$B/unit/%: $B/obj/tests/unit/%.o $(LIB_O)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIB_O) $(LIBS)

$B/fuzz/%: $B/obj/tests/fuzz/%.o $(FUZZ_O) $(LIB_O) $B/obj/cmd.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(FUZZ) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

# Commands beside the tree's own, each of the objects it lists.
$B/bench/opening: $B/obj/bench/opening.o
$B/mould/toy: $B/obj/tests/mould/toy-command.o $B/obj/tests/mould/toy.o
$B/mould/toy-check: $B/obj/cmd/desk-check.o $B/obj/tests/mould/toy.o
$B/bench/opening $B/mould/toy $B/mould/toy-check: $B/obj/cmd.a $(OURS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) \
	    -o $@ $(FIRST) $(filter %.o,$^) $(filter-out %.o,$^) $(REST)

# Many commands at once: these only start them.
$B/crowd/storm: $B/obj/tests/crowd/job.o
$B/crowd/%: $B/obj/tests/crowd/%.o $B/obj/tests/crowd/child.o
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^

# Preloaded, memory runs out.
$B/memory/fail.so: $B/obj/tests/memory/fail.o
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -shared -o $@ $<

$B/bench/%: $B/obj/bench/%.o
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< -lsqlite3 -lyaml

$B/tools/%: $B/obj/tools/%.o $(LIB_O)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIB_O) $(LIBS)

$B/share/locale/%/LC_MESSAGES/frontdesk.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

$B/share/frontdesk/config/%: config/%
	@mkdir -p $(@D)
	cp $< $@

$B/share/frontdesk/crontab: config/crontab
	@mkdir -p $(@D)
	cp $< $@

$B/share/man/%: man/%
	@mkdir -p $(@D)
	cp $< $@

# bash looks for a file of the command's name.
$(COMPLETION): config/completion.bash
	@mkdir -p $(@D)
	cp $< $@

# Each file by itself; what is well is not looked at again.
$B/tidy/%: %.c .clang-tidy
	@mkdir -p $(@D)
	clang-tidy --quiet $< -- $(STD) 2>/dev/null
	@touch $@

tidy: $(patsubst %.c,$B/tidy/%,$(LIB_C) $(PLUGIN_C) $(CMD_C) $(wildcard tools/*.c))
units: crowd $B/memory/fail.so $(UNITS) $(FUZZERS) $(CHECKERS) $B/mould/toy $B/mould/toy-check
crowd: $B/crowd/storm $B/crowd/race $B/crowd/sieve
objects: $(LIB_O) $(PLUGIN_O) $(patsubst %.c,$B/obj/%.o,$(CMD_C) \
	$(wildcard tests/*/*.c tools/*.c bench/*.c))

# Standard output of these ends with a line `N passed, N failed'.
check: deps
	@B='$B' MAKE='$(MAKE)' MAKEFLAGS= tools/check

# What of lib/ the tests reach; ten minutes.
coverage: deps
	@tools/deps coverage
	@B='$B' MAKE='$(MAKE)' MAKEFLAGS= tools/check coverage

lint: deps
	@B='$B' MAKE='$(MAKE)' MAKEFLAGS= tools/check lint

lint-all: lint
	@tools/deps all
	@B='$B' tools/lint-all

# What takes longer than a check may: minutes, and a quiet machine.
torture: all crowd $B/memory/fail.so
	@B='$B' tools/torture

# Each target for so many seconds; what it finds is added to a corpus of the
# build's own, and what does not hold is left beside it.
fuzz:
	@tools/deps fuzz
	@MAKE='$(MAKE)' B='$B' TIME='$(TIME)' tools/fuzz $(TARGETS)

fuzzers: $(FUZZERS)

# Three servers on this computer; a minute, and some hundred megabytes.
check-failover: deps all
	@B='$B' tools/failover

bench: deps all $(patsubst bench/%.c,$B/bench/%,$(wildcard bench/*.c))
	@$(MAKE) --no-print-directory -s B='$B-static' STATIC=1 all
	@B='$B' bench/run

# A day of the sample estate, as typed; SAMPLES=FILE takes other messages.
demo:
	@tools/deps build
	@$(MAKE) --no-print-directory -s all
	@B='$B' SAMPLES='$(SAMPLES)' tools/demo

# Wherever the tree is put it runs; uninstall takes away what was put there,
# and directories that are then empty, but for those of the system.
INSTALLED = $(TREE:$B/%=%)
ROOT = $(DESTDIR)$(PREFIX)

install: all
	@set -e; for file in $(INSTALLED); do \
	    case $$file in bin/* | lib/*) mode=755 ;; *) mode=644 ;; esac; \
	    install -D -m $$mode "$B/$$file" "$(ROOT)/$$file"; \
	done

uninstall:
	@cd "$(ROOT)" && rm -f $(INSTALLED) && \
	case "$(ROOT)" in \
	/usr | /usr/local) set -- share/frontdesk/config share/frontdesk ;; \
	*) set -- $(sort $(dir $(INSTALLED))) ;; \
	esac && \
	for dir do \
	    [ ! -d "$$dir" ] || rmdir -p --ignore-fail-on-non-empty "$$dir"; \
	done

deps:
	@tools/deps

bench-deps:
	@tools/deps bench

# After messages were changed.
po:
	@tools/po-update

clean:
	rm -rf $B $B-asan $B-clang $B-gcc $B-fuzz $B-static $B-cov $B-log

.PHONY: all units crowd objects tidy check coverage lint lint-all torture fuzz fuzzers \
	check-failover bench bench-deps demo install \
	uninstall deps po clean
.SECONDARY:
-include $(wildcard $B/obj/*/*.d $B/obj/*/*/*.d)
