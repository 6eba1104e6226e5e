namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>How A lies: types, so that kernels are compiled for it and addresses hold constants.</summary>
internal static class LeftLayout
{
    /// <summary>Elements of a row side by side.</summary>
    public readonly struct Rows
    {
    }

    /// <summary>The same, from afar: see <see cref="RowsAhead{T, TRows}"/>.</summary>
    public readonly struct RowsFromAfar
    {
    }

    /// <summary>Elements of a column side by side: a transposed matrix.</summary>
    public readonly struct Columns
    {
    }

    /// <summary>The rows of one tile and nothing else, column by column: see <see cref="Strips{T}"/>.</summary>
    public readonly struct Strip
    {
    }

    /// <summary>Any strides; where a frame says so, lines are fetched ahead.</summary>
    public readonly struct Far
    {
    }
}
