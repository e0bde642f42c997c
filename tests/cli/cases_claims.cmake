# What `claims` does. The flight of files/scenario.toml is inside for 500 s where 8 min are claimed.
set(setup "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake")
set(coarse --directions 4 --step 20000 --no-turns)

cli_case("claims tells what fits and what follows from each speed" STATUS 0 SETUP "${setup}"
  ARGS claims scenario.toml ${coarse}
  OUT_MATCHES "^Through a square\n.*The claims.*Which flights would make it true\n\n  A1 and AAA, as account radar tells it\n.*dwell  *8 min  *450.0 s to 510.0 s.*make all of it true: ")
cli_case("claims -f json prints one document" STATUS 0 SETUP "${setup}" ARGS claims scenario.toml ${coarse} -f json
  OUT_MATCHES "^{\n  \"schema\": \"incursion.claims/1\",\n.*\"what\": \"dwell\",.*\"studies\": .*\"not_searched\": null,.*\"directions\": 4,.*\"feasible\": .*\"heading_deg\": ")
cli_case("claims of a scenario that is missing are not told" STATUS 1 ARGS claims none.toml
  ERR_MATCHES "^none.toml: there is no such file.*nothing was reported")
cli_case("claims wants both numbers of a place" STATUS 2 ARGS claims x.toml --centre 12 ERR_MATCHES "--centre")
cli_case("claims refuses a place that is none" STATUS 2 ARGS claims x.toml --centre 12,95
  ERR_MATCHES "^incursion: --centre takes a longitude from -180 to 180 and a latitude from -80 to 80\n")
cli_case("claims --png without a folder for the plots is refused" STATUS 2 ARGS claims x.toml --png
  ERR_MATCHES "^incursion: --png needs --plots FOLDER\n")
cli_case("claims draws its plots as SVG" STATUS 0 SETUP "${setup}"
  ARGS claims scenario.toml ${coarse} -o claims.txt --plots .
  FILES "claims.txt=^Through a square" "radar-A1-AAA-1-speed.svg=^<.xml version.*A1 and AAA, as account radar tells it: 8 min.*</svg>"
        "radar-A1-AAA-1-map.svg=^<.xml version.*border of AAA.*</svg>")
cli_case("claims replaces no plot unasked" STATUS 1 SETUP "${CMAKE_CURRENT_SOURCE_DIR}/copy_files_and_plot.cmake"
  ARGS claims scenario.toml ${coarse} --plots . ERR_MATCHES "radar-A1-AAA-1-speed.svg: the file exists already"
  FILES "radar-A1-AAA-1-speed.svg=^an older plot$")
