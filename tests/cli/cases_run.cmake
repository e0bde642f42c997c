# What `run` does. The scenario files/scenario.toml tells what it holds and why its figures are known.
set(setup "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake")
set(setup_report "${CMAKE_CURRENT_SOURCE_DIR}/copy_files_and_report.cmake")

cli_case("run prints the report" STATUS 0 ARGS run scenario.toml SETUP "${setup}" OUT_FILE "${expected}/report.txt")
cli_case("run -o - is standard output" STATUS 0 ARGS run scenario.toml -o - SETUP "${setup}" OUT_FILE "${expected}/report.txt")
cli_case("run -f json prints one document" STATUS 0 ARGS run scenario.toml -f json SETUP "${setup}"
  OUT_MATCHES "^{\n  \"schema\": \"incursion.report/1\",\n.*\"path\": \"square.geojson\",\n.*\"dwell_s\": {\"\": 500.0, \"AAA\": 500.0},.*\"entry_time\": \"2020-01-01T00:03:45.000000Z\",.*\"exit_time\": \"2020-01-01T00:12:05.000000Z\",.*\"duration_s\": 500.0,.*\"time_to_border_s\": 25.0,.*\n}\n$")
cli_case("the name of the output file tells the format" STATUS 0 ARGS run scenario.toml -o report.json SETUP "${setup}"
  FILES "report.json=^{\n  \"schema\"")
cli_case("a page is made where the output file ends in .html" STATUS 0 ARGS run scenario.toml -o report.html
  SETUP "${setup}" FILES "report.html=^<!DOCTYPE html>\n<html lang=\"en\">\n.*<h1>Through a square</h1>.*from 00:03:45 to 00:12:05 UTC.*<td><code>scenario.toml</code></td><td data-label=\"SHA-256\"><code>[0-9a-f]+</code>.*incursion run scenario.toml -f html -o report.html")
cli_case("run -f html -o - prints a page" STATUS 0 ARGS run scenario.toml -f html -o - SETUP "${setup}"
  OUT_MATCHES "^<!DOCTYPE html>\n.*</html>\n$")
cli_case("a page that is there already is kept" STATUS 1 ARGS run scenario.toml -f html -o report.txt
  SETUP "${setup_report}" ERR_MATCHES "^incursion: report.txt: the file exists already"
  FILES "report.txt=^an older report$")
cli_case("a text file is laid out for 80 columns without colours" STATUS 0 ARGS run scenario.toml -o report.txt
  SETUP "${setup}" FILES "report.txt=^Through a square\n\n  1 January 2020, 00:00:00 to 00:16:40")
cli_case("colours can be asked for" STATUS 0 ARGS run scenario.toml --color always SETUP "${setup}"
  OUT_MATCHES "4mThrough a square")
cli_case("the readings of the scenario can be overridden" STATUS 0 SETUP "${setup}"
  ARGS run scenario.toml -f json --edges geodesic --legs straight
  OUT_MATCHES "\"edges\": \"geodesic\",\n    \"legs\": \"straight\"")
cli_case("run -v tells what it does on standard error" STATUS 0 ARGS run scenario.toml -v SETUP "${setup}"
  OUT_FILE "${expected}/report.txt" ERR_MATCHES "incursion: scenario.toml: read, 1 aircraft, 1 calls, 1 claims\n")

cli_case("an existing output file is refused" STATUS 1 ARGS run scenario.toml -o report.txt SETUP "${setup_report}"
  ERR "incursion: report.txt: the file exists already@SEMICOLON@ choose another name or add --overwrite\n"
  FILES "report.txt=^an older report$")
cli_case("an existing output file is replaced where that is asked for" STATUS 0 SETUP "${setup_report}"
  ARGS run scenario.toml -o report.txt --overwrite FILES "report.txt=^Through a square")
cli_case("an output folder that is missing is refused before the work" STATUS 1 SETUP "${setup}"
  ARGS run scenario.toml -o none/report.txt ERR_MATCHES "^incursion: none/report.txt: there is no folder 'none'")
cli_case("a full disk is told" STATUS 1 ARGS run scenario.toml -o /dev/full SETUP "${setup}"
  ERR_MATCHES "^incursion: /dev/full: cannot write to it: No space left on device\n$")
cli_case("a full disk behind standard output is told" STATUS 1 ARGS run scenario.toml SETUP "${setup}"
  STDOUT_TO /dev/full ERR_MATCHES "^incursion: standard output: cannot write to it: No space left on device\n$")

set(setup_watch "${CMAKE_CURRENT_SOURCE_DIR}/copy_files_and_watch.cmake")
cli_case("run writes the plots of the scenario's radars and a tracker's tracks as tables" STATUS 0 SETUP "${setup}"
  ARGS run watched.toml -o report.txt --plots plots.csv --system-tracks system.csv
  FILES "report.txt=^Through a square"
        "plots.csv=^time,track_id,lon,lat,alt_m,accuracy_m\n2020-01-01T00:00:01.250000Z,R1/A1,9.5525,0,3000,[0-9.]+\n2020-01-01T00:00:06.250000Z,R1/A1,9.5625,0,3000,[0-9.]+\n"
        "system.csv=^time,track_id,lon,lat,alt_m,accuracy_m\n2020-01-01T00:00:06.250000Z,R1/A1,9.5625,0,3000,[0-9.]+\n")
cli_case("plots can be set against airspaces as any track file" STATUS 0 SETUP "${setup_watch}"
  ARGS batch plots.csv --airspace square.geojson -o - -f csv -q
  OUT_MATCHES "\nR1/A1,AAA,AAA,true,2020-01-01T00:03:45.000000Z,10,0,3000,side,[^\n]*,2020-01-01T00:12:05.000000Z,11,")
cli_case("plots can be a scenario's track" STATUS 0 SETUP "${setup_watch}" ARGS run from_plots.toml -f json
  OUT_MATCHES "\"entry_time\": \"2020-01-01T00:03:45.000000")
cli_case("plots of a scenario without a radar are refused" STATUS 1 SETUP "${setup}"
  ARGS run scenario.toml --plots plots.csv
  ERR "scenario.toml: radar: there is no [[radar]], so there are neither plots nor system tracks to write@SEMICOLON@ add one, or leave --plots and --system-tracks out\nincursion: nothing was reported: mend what is said above@SEMICOLON@ 'incursion check' looks at the files alone\n")
cli_case("plots that are there already are kept" STATUS 1 SETUP "${setup_watch}" ARGS run watched.toml --plots plots.csv
  ERR "incursion: plots.csv: the file exists already@SEMICOLON@ choose another name or add --overwrite\n"
  FILES "plots.csv=^time,track_id")
cli_case("plots that are there already are replaced where that is asked for" STATUS 0 SETUP "${setup_watch}"
  ARGS run watched.toml -o report.txt --plots system.csv --overwrite
  FILES "system.csv=T00:00:01.250000Z,R1/A1,9.5525,0," "report.txt=^Through a square")
cli_case("two outputs into one file are a wrong call" STATUS 2 SETUP "${setup}"
  ARGS run watched.toml --plots a.csv --system-tracks a.csv ERR_MATCHES "name the same file")
cli_case("plots in a file of unknown format are a wrong call" STATUS 2 SETUP "${setup}"
  ARGS run watched.toml --plots plots.xyz ERR_MATCHES "--plots: plots.xyz: its ending does not tell the format")

cli_case("a scenario that is missing fails" STATUS 1 ARGS run missing.toml
  ERR_MATCHES "^missing.toml: there is no such file")
cli_case("a broken scenario leaves no report behind" STATUS 1 ARGS run broken.toml -o report.txt SETUP "${setup}"
  ERR_MATCHES "broken.toml:3: end: .*incursion: nothing was reported")
add_test(NAME "cli: the same scenario gives the same bytes, and a closed pipe is quiet"
         COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/same_bytes.sh" "$<TARGET_FILE:incursion>" "${files}")
