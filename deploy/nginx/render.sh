#!/bin/sh
# Makes nginx's configuration of the template and of the settings in a file, and leaves it in its place only if nginx
# finds it good together with everything else; whatever goes wrong, what was there stays. Without a place, prints it.
# usage: sh render.sh board.env [/etc/nginx/conf.d/rental-board.conf [further arguments for nginx -t]]
set -eu
umask 077
PATH=$PATH:/usr/sbin
here=$(dirname "$0") settings=$1
render() { LC_ALL=C awk -f "$here/render.awk" - part=template "$here/templates/default.conf.template" <"$settings"; }

[ $# -gt 1 ] || { render; exit; }
place=$2
shift 2
# Beside its place, for a swap at one stroke; nginx takes up no name that ends so.
new=$(mktemp "$place.XXXXXX")
trap 'rm -f "$new" "$new.old"' EXIT
undo() {
    if [ -e "$new.old" ]; then mv -f "$new.old" "$place"; elif [ ! -e "$new" ]; then rm -f "$place"; fi
    printf '%s: nothing is changed\n' "$0" >&2
    exit 1
}
trap undo HUP INT TERM
render >"$new" || undo
if [ -e "$place" ]; then ln "$place" "$new.old" || undo; fi
mv -T "$new" "$place"
if command -v nginx >/dev/null; then nginx "$@" -t || undo; else echo 'without nginx, not tested' >&2; fi
