# What `check` finds.
cli_case("check finds every problem of a scenario at once, in order of lines" STATUS 1 ARGS check broken.toml
  SETUP "${setup}" OUT_FILE "${expected}/broken.txt")
cli_case("check is content with a good scenario, track and airspace file" STATUS 0 SETUP "${setup}"
  ARGS check scenario.toml equator.csv square.geojson
  OUT "scenario.toml: ok: 1 aircraft, 1 call, 1 claim, 1 airspace
equator.csv: ok: 1 track, 21 fixes
square.geojson: ok: 1 airspace, 1 ring, 4 points
0 errors and 0 warnings in 3 files
")
cli_case("warnings alone do not fail a check" STATUS 0 ARGS check odd_rows.csv SETUP "${setup}"
  OUT_MATCHES "^odd_rows.csv:3: warning: .*odd_rows.csv:4: warning: .*odd_rows.csv: ok: 1 track, 2 fixes\n0 errors and 2 warnings in 1 file\n$")
cli_case("check -q prints errors only" STATUS 1 SETUP "${setup}"
  ARGS check -q odd_rows.csv no_columns.csv scenario.toml
  OUT_MATCHES "^no_columns.csv:1: [^\n]*\nno_columns.csv:1: [^\n]*\nno_columns.csv:1: [^\n]*\n$")
cli_case("check goes on after a file that cannot be read" STATUS 1 SETUP "${setup}"
  ARGS check missing.toml cut_short.geojson missing.csv missing.geojson square.geojson
  OUT_MATCHES "^missing.toml: .*cut_short.geojson: .*missing.csv: .*missing.geojson: .*square.geojson: ok: .*5 errors and 0 warnings in 5 files\n$")
cli_case("check tells an aircraft type by its content" STATUS 0 SETUP "${setup}" ARGS check glider.toml
  OUT "glider.toml: ok: glider, 2 numbers\n0 errors and 0 warnings in 1 file\n")
cli_case("check tells a radar type by its content" STATUS 0 SETUP "${setup}" ARGS check mast.toml
  OUT "mast.toml: ok: mast, 8 numbers\n0 errors and 0 warnings in 1 file\n")
cli_case("check finds every problem of a radar type at once, in order of lines" STATUS 1 SETUP "${setup}"
  ARGS check broken_mast.toml OUT_FILE "${expected}/broken_mast.txt")
cli_case("the radar types that come with the program are in order" STATUS 0
  ARGS check "${PROJECT_SOURCE_DIR}/data/radars/terminal.toml" "${PROJECT_SOURCE_DIR}/data/radars/terminal-secondary.toml"
             "${PROJECT_SOURCE_DIR}/data/radars/en-route.toml" "${PROJECT_SOURCE_DIR}/data/radars/air-defence.toml"
  OUT_MATCHES "0 errors and 0 warnings in 4 files\n$")
cli_case("check takes the key field of an airspace file" STATUS 1 SETUP "${setup}" ARGS check --key A3 square.geojson
  OUT_MATCHES "square.geojson: .*A3")
cli_case("check takes a file of a scope and places for a scenario, however little else it has" STATUS 1 SETUP "${setup}"
  ARGS check surroundings.toml OUT_MATCHES "surroundings.toml:1: [^\n]*'title' is missing.*place\\[0\\]: 'position' is missing")
cli_case("check takes files for tracks that could be airspaces as well" STATUS 1 ARGS check --tracks square.geojson
  SETUP "${setup}" OUT_MATCHES "^square.geojson:.*1 error")
cli_case("check knows OpenAir from tracks that are called .txt" STATUS 0 SETUP "${setup}" ARGS check airspaces.txt
  OUT_MATCHES "^airspaces.txt: ok: 2 airspaces, 2 rings, [0-9]+ points\n0 errors and 0 warnings in 1 file\n$")
