# What `borders` does. files/square.geojson is one airspace AAA of one square degree: four sides.
set(setup "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake")
set(setup_scenario "${CMAKE_CURRENT_SOURCE_DIR}/copy_files_and_use_prepared.cmake")
set(setup_geodesic "${CMAKE_CURRENT_SOURCE_DIR}/copy_files_and_use_geodesic.cmake")
set(setup_cut "${CMAKE_CURRENT_SOURCE_DIR}/copy_files_and_cut_prepared.cmake")
set(setup_prepared "${CMAKE_CURRENT_SOURCE_DIR}/copy_files_and_prepare.cmake")

cli_case("borders prepare writes a file and says what is in it" STATUS 0 SETUP "${setup}"
  ARGS borders prepare square.geojson square.borders
  OUT_MATCHES "^square.borders: 1 airspace, 4 edges, [0-9]+ bytes\n$" FILES "square.borders=BORDER")
cli_case("borders prepare joins several files with -o" STATUS 0 SETUP "${setup}"
  ARGS borders prepare square.geojson square.geojson -o two.borders
  OUT_MATCHES "^two.borders: 2 airspaces, 4 edges, " FILES "two.borders=BORDER")
cli_case("borders prepare -q is silent" STATUS 0 SETUP "${setup}"
  ARGS borders prepare -q square.geojson -o square.borders FILES "square.borders=BORDER")
cli_case("borders prepare -v tells how long it took" STATUS 0 SETUP "${setup}"
  ARGS borders prepare -v square.geojson -o square.borders
  OUT_MATCHES "^square.borders: 1 airspace, 4 edges" ERR_MATCHES "read in [0-9.]+ s\n.*indexed in .*written in "
  FILES "square.borders=BORDER")
cli_case("edges that were prepared geodesic are not read straight" STATUS 1 SETUP "${setup_geodesic}" ARGS run scenario.toml
  ERR_MATCHES "square.borders: edges: 'straight' is asked for, but .* with edges = 'geodesic'")
cli_case("borders show tells what a prepared file holds and was made from" STATUS 0 SETUP "${setup_prepared}"
  ARGS borders show square.borders
  OUT_MATCHES "^square.borders\n  airspaces  1\n  rings      1 of 4 points\n  edges      4, straight\n.*  key        key\n  from       square.geojson\n  sha256     [0-9a-f]+\n$")
cli_case("run takes prepared borders for any others" STATUS 0 SETUP "${setup_scenario}"
  ARGS run scenario.toml OUT_MATCHES "^Through a square\n.*AAA")
cli_case("check is content with prepared borders" STATUS 0 SETUP "${setup_prepared}" ARGS check square.borders
  OUT "square.borders: ok: 1 airspace, 1 ring, 4 points\n0 errors and 0 warnings in 1 file\n")
cli_case("check tells prepared borders that are asked for another key" STATUS 1 SETUP "${setup_prepared}"
  ARGS check square.borders --key A3 OUT_MATCHES "square.borders: key: 'A3' is asked for, but .* with key = 'key'")
cli_case("check tells prepared borders that are cut off" STATUS 1 SETUP "${setup_cut}" ARGS check square.borders
  OUT_MATCHES "square.borders: it ends within its head. is it cut off.*1 error and 0 warnings")
cli_case("borders show of another file says so" STATUS 1 SETUP "${setup}" ARGS borders show square.geojson
  ERR "square.geojson: this is no file of prepared borders\n")
cli_case("borders prepare refuses an existing file before the work" STATUS 1 SETUP "${setup_prepared}"
  ARGS borders prepare none.geojson square.borders
  ERR "incursion: square.borders: the file exists already@SEMICOLON@ choose another name or add --overwrite\n")
cli_case("borders prepare --overwrite replaces it" STATUS 0 SETUP "${setup_prepared}"
  ARGS borders prepare --overwrite square.geojson square.borders OUT_MATCHES "1 airspace")
cli_case("borders prepare of what cannot be read leaves no file" STATUS 1 SETUP "${setup}"
  ARGS borders prepare none.geojson cut_short.geojson -o out.borders
  ERR_MATCHES "none.geojson: there is no such file.*cut_short.geojson: ")
cli_case("borders prepare reads OpenAir, filtered, and keeps how" STATUS 0 SETUP "${setup}"
  ARGS borders prepare --where "type = 'CTR'" --airspace-format openair --activation activation airspaces.txt air.borders
  OUT_MATCHES "^air.borders: 1 airspace, [0-9]+ edges" FILES "air.borders=BORDER")
cli_case("borders prepare tells the formats there are" STATUS 1 SETUP "${setup}"
  ARGS borders prepare --airspace-format openiar airspaces.txt air.borders
  ERR_MATCHES "airspaces.txt: format: there is no format 'openiar' .did you mean 'openair'.*aixm")
cli_case("borders prepare tells a wrong filter" STATUS 1 SETUP "${setup}"
  ARGS borders prepare --where "key =" square.geojson out.borders ERR_MATCHES "square.geojson: where: 'key =' is no filter")
cli_case("borders without an action is a wrong call" STATUS 2 ARGS borders ERR_MATCHES "^incursion: ACTION is required\n")
cli_case("borders prepare with one file is a wrong call" STATUS 2 ARGS borders prepare a.geojson
  ERR "incursion: name one file to prepare and the file to write, or the file to write with -o
incursion: see 'incursion help borders'
")
cli_case("borders prepare to standard output is a wrong call" STATUS 2 ARGS borders prepare a.geojson -o -
  ERR_MATCHES "need a file of their own")
