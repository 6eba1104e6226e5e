namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>How A lies; types, so that kernels are compiled for it and addresses hold constants.</summary>
internal static class LeftLayout
{
    /// <summary>Elements of a row side by side.</summary>
    public readonly struct Rows
    {
    }

    /// <summary>Elements of a column side by side: a transposed matrix, or a strip.</summary>
    public readonly struct Columns
    {
    }

    /// <summary>Any strides; where a frame says so, lines are fetched ahead.</summary>
    public readonly struct Far
    {
    }
}
