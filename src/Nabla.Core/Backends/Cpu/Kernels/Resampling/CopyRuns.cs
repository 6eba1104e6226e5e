namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>Rows whose elements are elements of the source: neighbours there are moved together.</summary>
internal sealed unsafe class CopyRuns
{
    private readonly (nint Source, nint Target, nint Bytes)[] _runs;
    private readonly int[] _rowPlaces;
    private readonly nint _sourceRow;
    private readonly nint _sourceLength;
    private readonly nint _targetRow;

    public CopyRuns(TapGrid grid, int elementBytes)
    {
        nint bytes = checked((nint)grid.Inner * elementBytes);
        _rowPlaces = grid.Rows.Places;
        _sourceRow = checked(grid.Columns.Source * bytes);
        _sourceLength = checked(grid.Rows.Source * _sourceRow);
        _targetRow = checked(grid.Columns.Result * bytes);
        int[] places = grid.Columns.Places;
        var runs = new List<(nint Source, nint Target, nint Bytes)>();
        for (int start = 0, end; start < places.Length; start = end)
        {
            for (end = start + 1; end < places.Length && places[end] == places[end - 1] + 1; end++)
            {
            }

            runs.Add((places[start] * bytes, start * bytes, (end - start) * bytes));
        }

        _runs = [.. runs];
    }

    /// <summary>Computes some rows of the result.</summary>
    public void Run(byte* x, byte* y, nint start, nint count)
    {
        byte* above = null;
        for (nint line = start; line < start + count; line++)
        {
            (nint outer, nint row) = Math.DivRem(line, _rowPlaces.Length);
            byte* source = x + (outer * _sourceLength) + (_rowPlaces[row] * _sourceRow);
            byte* target = y + (line * _targetRow);
            if (source == above)
            {
                Buffer.MemoryCopy(target - _targetRow, target, _targetRow, _targetRow);
            }
            else
            {
                Row(source, target);
            }

            above = source;
        }
    }

    private void Row(byte* source, byte* target)
    {
        foreach ((nint from, nint to, nint bytes) in _runs)
        {
            Move(source + from, target + to, bytes);
        }
    }

    private static void Move(byte* source, byte* target, nint bytes)
    {
        const nint Short = 16;
        if (bytes > Short)
        {
            Buffer.MemoryCopy(source, target, bytes, bytes);
            return;
        }

        for (; bytes > 0; bytes -= sizeof(int), source += sizeof(int), target += sizeof(int))
        {
            *(int*)target = *(int*)source;
        }
    }
}
