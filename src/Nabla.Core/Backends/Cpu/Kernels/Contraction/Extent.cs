namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>The numbers that kernels are compiled for.</summary>
internal static class Extent
{
    /// <summary>0.</summary>
    public readonly struct Of0 : IExtent
    {
        public static int Value => 0;
    }

    /// <summary>1.</summary>
    public readonly struct Of1 : IExtent
    {
        public static int Value => 1;
    }

    /// <summary>2.</summary>
    public readonly struct Of2 : IExtent
    {
        public static int Value => 2;
    }

    /// <summary>3.</summary>
    public readonly struct Of3 : IExtent
    {
        public static int Value => 3;
    }

    /// <summary>4.</summary>
    public readonly struct Of4 : IExtent
    {
        public static int Value => 4;
    }

    /// <summary>5.</summary>
    public readonly struct Of5 : IExtent
    {
        public static int Value => 5;
    }

    /// <summary>6.</summary>
    public readonly struct Of6 : IExtent
    {
        public static int Value => 6;
    }

    /// <summary>7.</summary>
    public readonly struct Of7 : IExtent
    {
        public static int Value => 7;
    }

    /// <summary>8.</summary>
    public readonly struct Of8 : IExtent
    {
        public static int Value => 8;
    }

    /// <summary>9.</summary>
    public readonly struct Of9 : IExtent
    {
        public static int Value => 9;
    }

    /// <summary>10.</summary>
    public readonly struct Of10 : IExtent
    {
        public static int Value => 10;
    }

    /// <summary>11.</summary>
    public readonly struct Of11 : IExtent
    {
        public static int Value => 11;
    }

    /// <summary>12.</summary>
    public readonly struct Of12 : IExtent
    {
        public static int Value => 12;
    }
}
