global using Bsp.BuildMachine.Tests.Support;
global using Bsp.Firmware.Tests.Support;
global using Xunit;
