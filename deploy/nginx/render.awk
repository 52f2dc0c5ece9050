# Reads the settings from its input, one NAME=value a line, and prints the template with them in it. A line that it
# does not understand to the letter is named on the error output, and then it prints nothing else; no value is repeated.

function refuse(where, what) {
    print where ": " what > "/dev/stderr"
    refused = 1
}

function setting(name, pattern, meaning) {
    patterns[name] = pattern
    meanings[name] = meaning
}

# What stands before the = when it is a name, else the setting that is meant there.
function named(line,    name) {
    sub(/=.*/, "", line)
    if (line ~ /^[A-Za-z_][A-Za-z_0-9]*$/) return line
    for (name in patterns) if (line ~ ("(^|[^A-Z_])" name "([^A-Z_]|$)")) return name
    return ""
}

function fits(name, value) {
    if (name == "PORT" && value + 0 > 65535) return 0
    if (name == "SMSPARTNER_API_KEY" && length(value) > 256) return 0
    return value ~ patterns[name]
}

# At least one line NAME:PASSWORD, as nginx reads it.
function passwordsIn(file,    line, found) {
    if (system("test -f '" file "'") == 0)
        while ((getline line < file) > 0) if (line ~ /^[^#:]+:./) found = 1
    return found
}

function nameServers(    line, field, found) {
    while ((getline line < "/etc/resolv.conf") > 0) {
        split(line, field)
        if (field[1] == "nameserver") found = found " " (field[2] ~ /:/ ? "[" field[2] "]" : field[2])
    }
    return substr(found, 2)
}

# The line with every ${NAME} of a setting replaced.
function filled(line,    done, name) {
    while (match(line, /\$\{[A-Z_]+\}/)) {
        name = substr(line, RSTART + 2, RLENGTH - 3)
        if (!(name in values)) refuse("the template", name " is no setting")
        done = done substr(line, 1, RSTART - 1) values[name]
        line = substr(line, RSTART + RLENGTH)
    }
    return done line
}

BEGIN {
    path = "^/[^[:cntrl:] ;{}\"'\\\\$#]+$"
    positive = "^[1-9][0-9]?[0-9]?[0-9]?[0-9]?[0-9]?[0-9]?$"
    setting("SMSPARTNER_API_KEY", "^[]!-&(-[^-~]*$", "at most 256 characters without a space, ' or \\, or empty")
    setting("SMSPARTNER_API_URL", "^https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]+)?(/[A-Za-z0-9._~%/-]*)?$",
        "an http or https address without user, query or fragment")
    setting("HOST", "^(\\*|[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])$", "an address of this machine; 0.0.0.0 is every one")
    setting("PORT", positive, "a whole number from 1 to 65535")
    setting("SERVER_NAME", "^([A-Za-z0-9.*_-]+( +[A-Za-z0-9.*_-]+)*)?$", "names separated by spaces, or empty")
    setting("CACHE_SECONDS", "^0$|" positive, "a whole number of at most 7 digits")
    setting("STALE_SECONDS", "^0$|" positive, "a whole number of at most 7 digits")
    setting("VIEWER_RATE", positive, "a whole number of at most 7 digits, and not 0")
    setting("ALLOW_FILE_DOWNLOAD", "^[01]?$", "1, or 0 or empty")
    setting("PASSWORD_FILE", path "|^$", "the whole path of a file, or empty")
    setting("WEB_ROOT", path, "the whole path of a folder")
    setting("CACHE_DIR", path, "the whole path of a folder")
    setting("CA_BUNDLE", path, "the whole path of a file")
    setting("NGINX_LOCAL_RESOLVERS", "^([][0-9A-Za-z.:_-]+( +[][0-9A-Za-z.:_-]+)*)?$",
        "addresses separated by spaces, or empty")
}

# What editors add by themselves.
NR == 1 { sub(/^\357\273\277/, "") }
{ sub(/\r$/, "") }

/^[ \t]*(#|$)/ { next }

{
    name = named($0)
    where = "line " NR
    if (name == "") refuse(where, "is not NAME=value")
    else if (!(name in patterns)) refuse(where, name " is no setting of the board")
    else if (index($0, name "=") != 1) refuse(where, name " must be written as " name "=value, from the start of the line")
    else if (name in lines) refuse(where, name " stands in line " lines[name] " already")
    else {
        lines[name] = NR
        values[name] = substr($0, length(name) + 2)
        if (values[name] ~ /^".*"$|^'.*'$/) refuse(where, name " must be written without quotes")
        else if (!fits(name, values[name])) refuse(where, name " must be " meanings[name])
    }
}

END {
    for (name in patterns) if (!(name in lines)) refuse("no line", name " is missing")
    if (refused) exit 1
    if (values["PASSWORD_FILE"] != "" && !passwordsIn(values["PASSWORD_FILE"]))
        refuse("line " lines["PASSWORD_FILE"], "no line NAME:PASSWORD can be read in the PASSWORD_FILE")
    if (values["NGINX_LOCAL_RESOLVERS"] == "") values["NGINX_LOCAL_RESOLVERS"] = nameServers()
    if (values["NGINX_LOCAL_RESOLVERS"] == "")
        refuse("line " lines["NGINX_LOCAL_RESOLVERS"], "NGINX_LOCAL_RESOLVERS must name one: /etc/resolv.conf does not")
    template = ENVIRON["TEMPLATE"]
    while ((getline line < template) > 0) text = text filled(line) "\n"
    if (text == "") refuse(template, "cannot be read")
    if (refused) exit 1
    printf "%s", text
}
