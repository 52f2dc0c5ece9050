#!/bin/sh
# Makes nginx's configuration of the template and of the settings in a file, and leaves it in its place only if nginx
# finds it good together with everything else; whatever goes wrong, what was there stays. Without a place, prints it.
# usage: sh render.sh board.env [/etc/nginx/conf.d/rental-board.conf [further arguments for nginx -t]]
set -eu
umask 077
PATH=$PATH:/usr/sbin

# Beside its place, for a swap at one stroke; nginx takes up no name that ends so.
new=$(mktemp "${2:-${TMPDIR:-/tmp}/rental-board}.XXXXXX")
old=$new.old
swapped=

clean_up() {
    status=$?
    if [ "$status" -ne 0 ]; then
        printf '%s: nothing is changed\n' "$0" >&2
        if [ -e "$old" ]; then mv -f "$old" "$place"; elif [ "$swapped" ]; then rm -f "$place"; fi
    fi
    rm -f "$new" "$old"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

here=$(dirname "$0")
TEMPLATE=$here/templates/default.conf.template LC_ALL=C awk -f "$here/render.awk" <"$1" >"$new"
[ -s "$new" ]

if [ $# -lt 2 ]; then
    cat "$new"
    exit
fi
place=$2
shift 2

if [ -e "$place" ]; then ln "$place" "$old"; fi
swapped=yes
mv -T "$new" "$place"
# A running nginx reads it at the next reload, and refuses what is not good itself.
if command -v nginx >/dev/null; then nginx "$@" -t; else echo 'without nginx, not tested' >&2; fi
