# What `batch` does: many track files in, tables out. Along the equator, 0.1 degrees in 50 s, equator.csv is in the
# square (10 to 11 degrees east) from 225 s to 725 s; a degree of the equator is a*pi/180 = 111319.4908 m.
set(square square.geojson)
cli_case("batch writes a row for a visit, worked out by hand" STATUS 0 SETUP "${setup}"
  ARGS batch equator.csv --airspace ${square} --key key
  OUT_MATCHES "^track,airspace,owner,foreign,entry_time,[^\n]*,max_depth_m,max_depth_time,altitude_datum,input\nequator,AAA,AAA,true,2020-01-01T00:03:45.000000Z,(10|9.9999999999999[0-9]*|10.0000000000000[0-9]*),0,3000,side,[^,]*,2020-01-01T00:12:05.000000Z,[^\n]*,3000,side,[^,]*,500,111319.49079[0-9]*,552[0-9][0-9].[0-9]*,[^\n]*,msl,equator.csv\n$"
  ERR_MATCHES "^21 fixes in 1 track of 1 input: 1 visit\n")
cli_case("batch reads standard input, and writes JSON Lines with the visit record" STATUS 0 SETUP "${setup}"
  ARGS batch equator.csv --airspace ${square} --key key -f jsonl -q --depth none
  OUT_MATCHES "^{\"track\":\"equator\",\"airspace\":\"AAA\",\"owner\":\"AAA\",\"foreign\":true,\"entry_time\":\"2020-01-01T00:03:45.000000Z\".*\"duration_s\":500.0,.*\"max_depth_m\":null,\"max_depth_time\":null,\"altitude_datum\":\"msl\",\"input\":\"equator.csv\"}\n$")
cli_case("batch reads the altitude that is asked for, and none where there is no such one" STATUS 0 SETUP "${setup}"
  ARGS batch equator.csv --airspace ${square} --key key -q --altitude pressure
  OUT_MATCHES "\nequator,AAA,AAA,true,2020-01-01T00:03:45.000000Z,[^,]*,0,,side,")
cli_case("batch leaves airspaces out that are not foreign" STATUS 0 SETUP "${setup}"
  ARGS batch equator.csv --airspace ${square} --key key --state AAA --foreign-only -q OUT_MATCHES "^track,[^\n]*\n$")
cli_case("batch writes its tables and its record beside" STATUS 0 SETUP "${setup}"
  ARGS batch equator.csv --airspace ${square} --key key -o v.csv --summary s.csv --tracks t.csv -q
  FILES "v.csv=equator,AAA" "s.csv=equator,AAA,AAA,true,1,500," "t.csv=equator,21,.*,1,1,msl,equator.csv"
        "v.csv.run.json=\"visits\": 1,")
cli_case("batch refuses to replace an output" STATUS 1 SETUP "${setup}"
  ARGS batch equator.csv --airspace ${square} --key key -o equator.csv ERR_MATCHES "equator.csv.*--overwrite")
cli_case("batch needs to know the airspaces" STATUS 2 ARGS batch a.csv ERR_MATCHES "--airspace")
cli_case("batch needs files" STATUS 2 ARGS batch --airspace a.geojson ERR_MATCHES "name the files of tracks")
cli_case("batch cannot go on with what went to standard output" STATUS 2 ARGS batch a.csv --airspace a.geojson --resume
  ERR_MATCHES "--resume needs an output file")
cli_case("batch takes shares from 1 to their number" STATUS 2 ARGS batch a.csv --airspace a.geojson --shard 0/3
  ERR_MATCHES "'0/3' is no share@SEMICOLON@ write 2/8|'0/3' is no share. write 2/8")
cli_case("batch says which formats a table may have" STATUS 2 ARGS batch a.csv --airspace a.geojson -o v.doc
  ERR_MATCHES "csv.*jsonl")
cli_case("batch tells columns that it cannot make out" STATUS 2 ARGS batch a.csv --airspace a.geojson --columns time
  ERR_MATCHES "'time' does not name a column")
cli_case("batch fails at once where a folder has no tracks" STATUS 1 ARGS batch . --airspace a.geojson
  ERR_MATCHES "holds no file of tracks")
set(square_file "${files}/square.geojson")
add_test(NAME "cli: batch that is stopped in any way goes on to the same bytes"
         COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/batch_resume.sh" "$<TARGET_FILE:incursion>" "${square_file}"
                 "${CMAKE_CURRENT_BINARY_DIR}/batch_resume")
add_test(NAME "cli: batch lists every broken file with its reason and does the good ones"
         COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/batch_broken.sh" "$<TARGET_FILE:incursion>" "${square_file}"
                 "${CMAKE_CURRENT_BINARY_DIR}/batch_broken")
set_tests_properties("cli: batch that is stopped in any way goes on to the same bytes" PROPERTIES TIMEOUT 600)
add_test(NAME "cli: limits above ground follow the terrain, flight levels the altimeter setting, hours the clock"
         COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/heights.sh" "$<TARGET_FILE:incursion>"
                 "${CMAKE_CURRENT_BINARY_DIR}/heights")
