global using Bsp.Firmware.Tests.Support;
global using Xunit;
