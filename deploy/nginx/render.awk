# Reads settings, one NAME=value a line, then a template (part=template), and prints it with the settings in it. A line
# that it does not understand to the letter is named on the error output, and nothing is printed; no value is repeated.

function refuse(where, what) { print where ": " what > "/dev/stderr"; refused = 1 }
function setting(names, pattern, meaning,    each, i) {
    for (i = split(names, each, " "); i > 0; i--) { patterns[each[i]] = pattern; meanings[each[i]] = meaning }
}

# Whether a value in small letters is an example and nothing else, as in src/server/settings.ts.
function is_placeholder(value,    rest) {
    rest = value
    if (gsub(/your|votre|my|ma|mon|here|ici|change[rz]?|(re)?place|remplace[rz]?|holder|ex[ae]mple|insert|inserez|paste|colle[rz]?|todo|null|none|undefined|tbd|api[^a-z1-9]?(key|cle)/, " ", rest))
        gsub(/put|enter|fill|mettez|mettre|saisir|sms|partner|api|key|cle|the|la|me|moi|it|this|with|par|a|token|secret|value|valeur|x/, " ", rest)
    else gsub(/x/, "", rest)
    return rest !~ /[a-z1-9]/ || value ~ /^<.*>$/
}

# What is wrong with a line; nothing when it is understood.
function fault(line,    name, known, value) {
    name = line
    sub(/=.*/, "", name)
    if (line !~ /^[A-Za-z_][A-Za-z_0-9]*=/) {
        for (known in patterns) if (name ~ ("(^|[^A-Z_])" known "([^A-Z_]|$)"))
            return known " must be written as " known "=value, from the start of the line"
        return "is not NAME=value"
    }
    if (!(name in patterns)) return name " is no setting of the board"
    if (name in lines) return name " stands in line " lines[name] " already"
    lines[name] = NR
    value = values[name] = substr(line, length(name) + 2)
    if (value ~ /^".*"$|^'.*'$/) return name " must be written without quotes"
    if (value !~ patterns[name] || (name ~ /PORT$/ && value + 0 > 65535) || (name ~ /API_KEY/ && length(value) > 256))
        return name " must be " meanings[name]
    if (name ~ /API_KEY/ && value != "" && is_placeholder(tolower(value))) return name " holds no key yet: put one there, or leave it empty"
    if (name == "PASSWORD_FILE" && value != "" && system("grep -qs '^[^#:]' '" value "' && ! grep -qv '" password "' '" value "'") != 0)
        return "PASSWORD_FILE must be a file that can be read, of lines NAME:HASH by openssl passwd -6 or bcrypt alone"
    if (name == "TEAM_LIST_DIR" && value != "" && system("test -d '" value "'") != 0)
        return "TEAM_LIST_DIR must be a folder that is there"
}

BEGIN {
    path = "^/[^[:cntrl:] ;{}\"'\\\\$#]+$"
    password = "^#\\|^$\\|^[^#:]\\+:[$]\\(2[aby]\\|6\\)[$].\\{40\\}"
    whole = "^[1-9][0-9]?[0-9]?[0-9]?[0-9]?[0-9]?[0-9]?$"
    seconds = "a whole number of at most 7 digits"
    setting("SMSPARTNER_API_KEY", "^[]!-&(-[^-~]*$", "at most 256 characters without a space, ' or \\, or empty")
    setting("SMSPARTNER_API_URL", "^https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]+)?(/[A-Za-z0-9._~%/-]*)?$",
        "an http or https address without user, query or fragment")
    setting("HOST", "^(\\*|[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])$", "an address of this machine; 0.0.0.0 is every one")
    setting("PORT TLS_PORT", whole, "a whole number from 1 to 65535")
    setting("SERVER_NAME", "^([A-Za-z0-9.*_-]+( +[A-Za-z0-9.*_-]+)*)?$", "names separated by spaces, or empty")
    setting("CACHE_SECONDS STALE_SECONDS", "^0$|" whole, seconds)
    setting("VIEWER_RATE PROVIDER_RATE", whole, seconds ", and not 0")
    setting("ALLOW_FILE_DOWNLOAD", "^[01]?$", "1, or 0 or empty")
    setting("PASSWORD_FILE TLS_CERTIFICATE TLS_KEY TEAM_LIST_DIR", path "|^$", "a whole path, or empty")
    setting("CA_BUNDLE ACCESS_LOG WEB_ROOT CACHE_DIR", path, "a whole path")
    setting("NGINX_LOCAL_RESOLVERS", "^([][0-9A-Za-z.:_-]+( +[][0-9A-Za-z.:_-]+)*)?$", "addresses separated by spaces, or empty")
}

# What stands behind @NAME counts where that setting is not empty.
part == "template" && /^ *@/ { name = $1; sub(/@/, "", name); if (values[name] == "") next; sub(/@[A-Z_]+ /, "") }
part == "template" { template = template $0 "\n"; next }
# Editors add a byte order mark and Windows' line breaks by themselves.
NR == 1 { sub(/^\357\273\277/, "") }
{ sub(/\r$/, ""); bytes = $0; gsub(/[\302-\364][\200-\277]+/, "", bytes) }
bytes ~ /[\200-\377]|\000.\000/ { refuse("line " NR, "is not in UTF-8: save the file so"); exit unreadable = 1 }
/^[ \t]*(#|$)/ { next }
{ if ((what = fault($0)) != "") refuse("line " NR, what) }

END {
    for (name in patterns) if (!(name in lines || unreadable)) refuse("no line", name " is missing")
    if (values["NGINX_LOCAL_RESOLVERS"] == "")
        while ((getline < "/etc/resolv.conf") > 0)
            if ($1 == "nameserver") values["NGINX_LOCAL_RESOLVERS"] = values["NGINX_LOCAL_RESOLVERS"] " " ($2 ~ /:/ ? "[" $2 "]" : $2)
    if (values["NGINX_LOCAL_RESOLVERS"] == "") refuse("NGINX_LOCAL_RESOLVERS", "must name one: /etc/resolv.conf does not")
    if ((values["TLS_CERTIFICATE"] == "") != (values["TLS_KEY"] == "")) refuse("TLS_KEY", "goes with TLS_CERTIFICATE: name both, or neither")
    if (values["TEAM_LIST_DIR"] != "" && index(values["TEAM_LIST_DIR"] "/", values["WEB_ROOT"] "/") == 1) refuse("TEAM_LIST_DIR", "must not lie in WEB_ROOT, which is served")
    if (refused) exit 1
    if (values["SMSPARTNER_API_KEY"] == "") print "SMSPARTNER_API_KEY is empty: the page opens as a demonstration and says so" > "/dev/stderr"
    # A second's worth at once, and two seconds' worth that wait.
    values["PROVIDER_BURST"] = 3 * values["PROVIDER_RATE"]
    # nginx counts in whole seconds, and each of the two times may last almost one more.
    grace = values["STALE_SECONDS"] - values["CACHE_SECONDS"] - 1
    values["GRACE_SECONDS"] = grace > 0 ? grace : 0
    count = split(template, pieces, "\\$\\{"); printf "%s", pieces[1]
    for (i = 2; i <= count; i++) {
        end = index(pieces[i], "}")
        printf "%s%s", values[substr(pieces[i], 1, end - 1)], substr(pieces[i], end + 1)
    }
}
