include("${CMAKE_CURRENT_LIST_DIR}/copy_files.cmake")
file(WRITE "${FOLDER}/report.txt" "an older report")
