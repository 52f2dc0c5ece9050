#!/bin/sh
# Prints the configuration for nginx, made of the template and of the settings in the file that is named.
# usage: sh render.sh board.env > /etc/nginx/conf.d/rental-board.conf
set -eu

names=
while IFS= read -r line; do
    case $line in
    [A-Z]*=*)
        export "$line"
        names="$names \${${line%%=*}}"
        ;;
    esac
done <"$1"

if [ -z "$NGINX_LOCAL_RESOLVERS" ]; then
    NGINX_LOCAL_RESOLVERS=$(awk '$1 == "nameserver" { print $2 ~ /:/ ? "[" $2 "]" : $2 }' /etc/resolv.conf | tr '\n' ' ')
fi

envsubst "$names" <"$(dirname "$0")/templates/default.conf.template"
