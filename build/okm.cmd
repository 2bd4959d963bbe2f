@echo off
rem The command line of the installed program: okm search parking
"%~dp0..\..\One Kilometre.exe" okm %*
exit /b %errorlevel%
