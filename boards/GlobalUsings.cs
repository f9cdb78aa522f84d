global using Bsp.Boards.Families;
global using Bsp.Model;
