using System.Runtime.InteropServices;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>The numbers that kernels are compiled for.</summary>
/// <remarks>
/// All but zero are as large in memory as their number: the compiler knows a size before it inlines anything, and does
/// not read the code that a size excludes.
/// </remarks>
internal static class Extent
{
    /// <summary>0.</summary>
    public readonly struct Of0 : IExtent
    {
        public static int Value => 0;
    }

    /// <summary>1.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 1)]
    public readonly struct Of1 : IExtent
    {
        public static unsafe int Value => sizeof(Of1);
    }

    /// <summary>2.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 2)]
    public readonly struct Of2 : IExtent
    {
        public static unsafe int Value => sizeof(Of2);
    }

    /// <summary>3.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 3)]
    public readonly struct Of3 : IExtent
    {
        public static unsafe int Value => sizeof(Of3);
    }

    /// <summary>4.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 4)]
    public readonly struct Of4 : IExtent
    {
        public static unsafe int Value => sizeof(Of4);
    }

    /// <summary>5.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 5)]
    public readonly struct Of5 : IExtent
    {
        public static unsafe int Value => sizeof(Of5);
    }

    /// <summary>6.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 6)]
    public readonly struct Of6 : IExtent
    {
        public static unsafe int Value => sizeof(Of6);
    }

    /// <summary>7.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 7)]
    public readonly struct Of7 : IExtent
    {
        public static unsafe int Value => sizeof(Of7);
    }

    /// <summary>8.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 8)]
    public readonly struct Of8 : IExtent
    {
        public static unsafe int Value => sizeof(Of8);
    }

    /// <summary>9.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 9)]
    public readonly struct Of9 : IExtent
    {
        public static unsafe int Value => sizeof(Of9);
    }

    /// <summary>10.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 10)]
    public readonly struct Of10 : IExtent
    {
        public static unsafe int Value => sizeof(Of10);
    }

    /// <summary>11.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 11)]
    public readonly struct Of11 : IExtent
    {
        public static unsafe int Value => sizeof(Of11);
    }

    /// <summary>12.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 12)]
    public readonly struct Of12 : IExtent
    {
        public static unsafe int Value => sizeof(Of12);
    }
}
