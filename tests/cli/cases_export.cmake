# What `export` does. Along the equator, equator.csv is in the square from 225 s to 725 s.
set(setup "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake")
cli_case("export writes KML by the ending of its output" STATUS 0 SETUP "${setup}" ARGS export scenario.toml -o a.kml
  FILES "a.kml=<kml xmlns=.*<name>A1 enters AAA</name>.*<begin>2020-01-01T00:03:45\\.000000Z</begin>")
cli_case("export writes CZML" STATUS 0 SETUP "${setup}" ARGS export scenario.toml -o a.czml
  FILES "a.czml=^\\[\n{\"id\":\"document\",\"name\":\"Through a square\",\"version\":\"1\\.0\"")
cli_case("export writes ACMI" STATUS 0 SETUP "${setup}" ARGS export scenario.toml -o a.txt.acmi -q
  FILES "a.txt.acmi=FileType=text/acmi/tacview\nFileVersion=2\\.2\n0,ReferenceTime=2020-01-01T00:00:00Z\n.*\n#225\n.*0,Event=Bookmark.1.A1 enters AAA\n")
cli_case("export writes a GeoPackage" STATUS 0 SETUP "${setup}" ARGS export scenario.toml -o a.gpkg
  FILES "a.gpkg=^SQLite format 3")
cli_case("export writes a KMZ" STATUS 0 SETUP "${setup}" ARGS export scenario.toml -o a.kmz FILES "a.kmz=^PK")
cli_case("export writes a packed ACMI" STATUS 0 SETUP "${setup}" ARGS export scenario.toml -o a.zip.acmi
  FILES "a.zip.acmi=^PK")
cli_case("export goes to standard output where the format is text" STATUS 0 SETUP "${setup}"
  ARGS export scenario.toml -f kml OUT_MATCHES "^<\\?xml version=\"1\\.0\" encoding=\"UTF-8\"\\?>\n<kml.*</kml>\n$")
cli_case("export takes a format that the name does not tell" STATUS 0 SETUP "${setup}"
  ARGS export scenario.toml -f czml -o a.json FILES "a.json=^\\[\n{\"id\":\"document\"")
cli_case("export -v tells what it found, and what a format cannot hold" STATUS 0 SETUP "${setup}"
  ARGS export watched.toml -o a.acmi -v FILES "a.acmi=FileVersion"
  ERR_MATCHES "watched.toml: 1 tracks, 2 crossings, 0 calls, 0 events, 1 airspaces near\n.*note: acmi: a recording has no place for borders and radar plots")
cli_case("an export may be of one account" STATUS 0 SETUP "${setup}"
  ARGS export scenario.toml -o a.kml --accounts radar FILES "a.kml=<name>The radar's account</name>")
cli_case("export knows the accounts of a scenario" STATUS 1 SETUP "${setup}"
  ARGS export scenario.toml -o a.kml --accounts radar,pilot
  ERR "scenario.toml: accounts: there is no account 'pilot'@SEMICOLON@ there are: radar
incursion: nothing was exported: mend what is said above@SEMICOLON@ 'incursion check' looks at the files alone\n")
cli_case("export refuses to replace a file before the work" STATUS 1 SETUP "${setup}"
  ARGS export none.toml -o scenario.toml -f kml
  ERR "incursion: scenario.toml: the file exists already@SEMICOLON@ choose another name or add --overwrite\n")
cli_case("export --overwrite replaces it" STATUS 0 SETUP "${setup}"
  ARGS export scenario.toml -o equator.csv -f kml --overwrite FILES "equator.csv=^<\\?xml")
cli_case("export to a folder that is missing is refused" STATUS 1 SETUP "${setup}"
  ARGS export scenario.toml -o none/a.gpkg ERR_MATCHES "there is no folder 'none'")
cli_case("export of a scenario that is missing fails" STATUS 1 ARGS export missing.toml -o a.kml
  ERR_MATCHES "^missing.toml: there is no such file.*incursion: nothing was exported")
cli_case("a broken scenario leaves no export behind" STATUS 1 SETUP "${setup}" ARGS export broken.toml -o a.gpkg
  ERR_MATCHES "broken.toml:3: end: .*incursion: nothing was exported")
cli_case("an ending that tells no format of incidents is a wrong call" STATUS 2 ARGS export a.toml -o a.pdf
  ERR "incursion: no format is known by the ending of 'a.pdf'@SEMICOLON@ add -f with one of: kml, kmz, czml, acmi, zip.acmi, gpkg
incursion: see 'incursion help export'\n")
cli_case("export to standard output needs a format" STATUS 2 ARGS export a.toml
  ERR_MATCHES "standard output has no ending that tells the format")
cli_case("a packed format does not go to standard output" STATUS 2 ARGS export a.toml -f kmz
  ERR_MATCHES "kmz cannot be written to standard output")
cli_case("a format of incidents that does not exist is a wrong call" STATUS 2 ARGS export a.toml -f shp
  ERR_MATCHES "'shp' is no format of incidents")
cli_case("a full disk behind an export is told" STATUS 1 SETUP "${setup}" ARGS export scenario.toml -f kml -o /dev/full
  ERR_MATCHES "/dev/full: cannot write to it: No space left on device")
foreach(scenario hatay-2015/scenario mig23-2014/scenario porvoo-2016/scenario porvoo-2016/evening rf4e-2012/scenario
                 rq4-2019/scenario)
  add_test(NAME "cli: ${scenario} is exported to every format, twice to the same bytes, and batch reads it back"
           COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/export_shipped.sh" "$<TARGET_FILE:incursion>"
                   "${PROJECT_SOURCE_DIR}/scenarios/${scenario}.toml" "${CMAKE_CURRENT_BINARY_DIR}/export_shipped/${scenario}")
  set_tests_properties("cli: ${scenario} is exported to every format, twice to the same bytes, and batch reads it back"
                       PROPERTIES TIMEOUT 600)
endforeach()
