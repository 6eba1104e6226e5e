namespace Nabla.Compiler.Memory;

/// <summary>The gaps in an arena that grows at its end.</summary>
internal sealed class FreeList
{
    private readonly List<(long Offset, long Size)> _gaps = [];

    /// <summary>The size of the arena so far.</summary>
    public long High { get; private set; }

    /// <summary>The offset of a block: in the tightest gap that holds it, else at the end.</summary>
    public long Take(long size)
    {
        int best = -1;
        for (int i = 0; i < _gaps.Count; i++)
        {
            if (_gaps[i].Size >= size && (best < 0 || _gaps[i].Size < _gaps[best].Size))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return Grow(size);
        }

        (long offset, long gap) = _gaps[best];
        if (gap == size)
        {
            _gaps.RemoveAt(best);
        }
        else
        {
            _gaps[best] = (offset + size, gap - size);
        }

        return offset;
    }

    /// <summary>Gives a block back, joining it with its neighbours.</summary>
    public void Return(long offset, long size)
    {
        int index = _gaps.FindIndex(gap => gap.Offset > offset);
        index = index < 0 ? _gaps.Count : index;
        _gaps.Insert(index, (offset, size));
        for (int i = Math.Max(index - 1, 0); i < _gaps.Count - 1 && i <= index;)
        {
            if (_gaps[i].Offset + _gaps[i].Size == _gaps[i + 1].Offset)
            {
                _gaps[i] = (_gaps[i].Offset, _gaps[i].Size + _gaps[i + 1].Size);
                _gaps.RemoveAt(i + 1);
            }
            else
            {
                i++;
            }
        }
    }

    private long Grow(long size)
    {
        // A gap at the very end is part of the new block.
        if (_gaps.Count > 0 && _gaps[^1].Offset + _gaps[^1].Size == High)
        {
            long offset = _gaps[^1].Offset;
            _gaps.RemoveAt(_gaps.Count - 1);
            High = offset + size;
            return offset;
        }

        High += size;
        return High - size;
    }
}
