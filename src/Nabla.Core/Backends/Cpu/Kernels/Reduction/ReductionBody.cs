namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>The loops of a reduction over elements of one type.</summary>
/// <remarks>
/// Which elements are combined with which depends on their number alone: a row is dealt out to the lanes of one line
/// (256 bytes: 16 lanes of
/// float32, four times over), each lane folds its own in order, blocks of 64 lines are combined in order, and the lanes
/// of the line are then
/// halved until one is left. So every vector width gives the same bits, and rounding errors of sums stay small: a lane
/// adds up 64 numbers
/// before its sum is added to another.
/// </remarks>
internal abstract unsafe class ReductionBody
{
    /// <summary>Bytes of the virtual register that rows are folded in.</summary>
    public const int LineBytes = 256;

    /// <summary>Lines of a block.</summary>
    public const int LinesOfBlock = 64;

    /// <summary>Bytes of one element.</summary>
    public abstract int ElementBytes { get; }

    /// <summary>Elements of a block; a row is consumed block by block.</summary>
    public int BlockElements => LinesOfBlock * LineBytes / ElementBytes;

    /// <summary>Folds a whole row into one element.</summary>
    public abstract void Row(byte* x, long count, byte* result);

    /// <summary>Folds one block of a row into a line; a block that is not the row's last is full.</summary>
    public abstract void Block(byte* x, long count, byte* line, bool isFirst);

    /// <summary>Folds a line into one element; overwrites the line.</summary>
    public abstract void Fold(byte* line, byte* result);

    /// <summary>
    /// Folds rows, four at a time, into one row: a new one, or one that earlier rows were folded into.
    /// </summary>
    public abstract void Columns(byte* x, nint stride, long rows, long columns, byte* result, bool isFirst = true);

    /// <summary>Writes the result of folding nothing.</summary>
    public abstract void Identity(byte* result, long count);
}
