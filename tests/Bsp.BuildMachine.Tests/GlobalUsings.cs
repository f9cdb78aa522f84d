global using Bsp.BuildMachine.Tests.Support;
global using Xunit;
