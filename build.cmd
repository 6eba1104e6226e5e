@echo off
rem The one entry on Windows: build [verb] [options]. See build.cs.
dotnet run --file "%~dp0build.cs" -- %*
