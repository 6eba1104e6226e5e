namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>What the chunks of one run share; it lives on the caller's stack.</summary>
internal unsafe struct RunFrame
{
    /// <summary>The caller's table, for the epilogue.</summary>
    public nint* Slots;

    public byte* A;
    public byte* B;

    /// <summary>The product, or null when the epilogue alone wants it.</summary>
    public byte* C;

    /// <summary>B in panels: [batch][depth block][panel][depth][column of panel].</summary>
    public byte* PackedRight;

    /// <summary>Sums of each group: [group][batch][m][n].</summary>
    public byte* Partial;

    /// <summary>One area for each worker.</summary>
    public byte* Scratch;
}
