@echo off
rem docscheck, sans terminal / docscheck, without a terminal (Windows 10, 11)
rem
rem FR  Double-cliquez. La premiere fois, docscheck est installe dans votre dossier personnel, sans droits
rem     d'administrateur. Ensuite, sa page s'ouvre aussitot. Vos documents restent sur cet ordinateur.
rem EN  Double-click. The first time, docscheck is installed in your own folder, without any rights of an
rem     administrator. Afterwards its page opens at once. Your documents stay on this computer.
rem
rem In a terminal: docscheck-windows.cmd [install, update or remove]
rem Started from a copy of the sources, it installs that copy; else the published "docscheck".
rem DOCSCHECK_SOURCE: what is installed instead of either: a wheel, or a copy of the sources.
rem DOCSCHECK_EXTRA:  its optional part; [web], the page, unless given.
setlocal
chcp 65001 >nul
if not defined DOCSCHECK_SOURCE if exist "%~dp0..\src\docscheck" set "DOCSCHECK_SOURCE=%~dp0.."
if not defined DOCSCHECK_SOURCE set "DOCSCHECK_SOURCE=docscheck"
if not defined DOCSCHECK_EXTRA set "DOCSCHECK_EXTRA=[web]"
set "PLACE=%LOCALAPPDATA%\docscheck"
set "TESSERACT=UB-Mannheim.TesseractOCR"
rem Where the installer of Tesseract puts it; it leaves PATH alone.
set "PATH=%PATH%;%ProgramFiles%\Tesseract-OCR;%LOCALAPPDATA%\Programs\Tesseract-OCR"

if /i "%~1"=="remove" goto remove
if /i "%~1"=="update" goto install
if exist "%PLACE%\installed" goto ready

:install
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 goto no_python
echo.
echo Installation de docscheck dans %PLACE% (quelques minutes, il faut Internet)...
echo Installing docscheck in %PLACE% (a few minutes, needs the Internet)...
rem What an earlier attempt left half made is made again; what works stays until the newer one does.
if not exist "%PLACE%\installed" if exist "%PLACE%\environment" rmdir /s /q "%PLACE%\environment"
py -3 -m venv "%PLACE%\environment"
if errorlevel 1 goto failed
"%PLACE%\environment\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --upgrade "%DOCSCHECK_SOURCE%%DOCSCHECK_EXTRA%"
if errorlevel 1 goto failed
type nul > "%PLACE%\installed"
echo.
echo docscheck est installé : gardez ce fichier, un double-clic ouvre la page.
echo docscheck is installed: keep this file, a double-click opens the page.

:ready
tesseract --list-langs 2>nul | findstr /x "fra" >nul
if not errorlevel 1 goto open
echo.
echo Pour que les photos et les scans soient lus, tapez encore ceci dans un terminal,
echo et cochez French sous Additional language data :
echo So that photos and scans are read, type this in a terminal, too,
echo and tick French under Additional language data:
echo.
echo     winget install --interactive %TESSERACT%

:open
if not "%~1"=="" exit /b 0
echo.
echo La page de docscheck s'ouvre dans votre navigateur. Fermez cette fenêtre pour y mettre fin.
echo The page of docscheck opens in your browser. Close this window to end it.
"%PLACE%\environment\Scripts\python.exe" -m docscheck web
if errorlevel 1 pause
exit /b %errorlevel%

:no_python
echo.
echo Il manque Python 3.11 ou plus récent. Tapez ceci dans un terminal, puis recommencez :
echo Python 3.11 or later is missing. Type this in a terminal, then start again:
echo.
echo     winget install Python.Python.3.13
pause
exit /b 3

:failed
echo.
echo L'installation n'a pas réussi : vérifiez la connexion à Internet, puis recommencez.
echo The installation did not succeed: check the connection to the Internet, then start again.
pause
exit /b 3

:remove
if exist "%PLACE%" rmdir /s /q "%PLACE%"
echo.
echo docscheck est enlevé. Vos documents n'ont pas été touchés.
echo docscheck is gone. Your documents were not touched.
exit /b 0
