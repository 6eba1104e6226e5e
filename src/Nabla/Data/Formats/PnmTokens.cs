namespace Nabla.Data.Formats;

/// <summary>Reads the words of a PGM or PPM file.</summary>
internal ref struct PnmTokens
{
    private readonly string _path;
    private readonly ReadOnlySpan<byte> _content;
    private int _position;

    /// <summary>Starts at a position of a file that lies in memory.</summary>
    public PnmTokens(string path, ReadOnlySpan<byte> content, int position)
    {
        _path = path;
        _content = content;
        _position = position;
    }

    /// <summary>The bytes that were not read yet.</summary>
    public readonly int Remaining => _content.Length - _position;

    /// <summary>Reads a decimal number.</summary>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="minimum">The smallest that is allowed.</param>
    /// <param name="maximum">The largest that is allowed, less than a tenth of what an integer holds.</param>
    public int ReadInteger(string what, int minimum, int maximum)
    {
        if (!SkipSpace())
        {
            throw Invalid($"{what} does not follow a space");
        }

        int value = 0;
        int start = _position;
        while (_position < _content.Length && char.IsAsciiDigit((char)_content[_position]) && value <= maximum)
        {
            value = (value * 10) + (_content[_position++] - '0');
        }

        return _position > start && value >= minimum && value <= maximum
            ? value
            : throw Invalid($"{what} is not a number from {minimum} to {maximum}");
    }

    /// <summary>
    /// Reads the one space that ends the header, then the binary samples, which must be the rest of the file.
    /// </summary>
    public ReadOnlySpan<byte> ReadRaster(long length)
    {
        if (Remaining != length + 1 || !IsSpace(_content[_position]))
        {
            throw Invalid($"a space and {length} bytes of samples must follow, but {Remaining} bytes do");
        }

        _position++;
        return _content[_position..];
    }

    /// <summary>Fails unless nothing but spaces and comments is left.</summary>
    public void ExpectEnd()
    {
        SkipSpace();
        if (Remaining > 0)
        {
            throw Invalid("something follows the last sample");
        }
    }

    /// <summary>Makes the exception for a problem at the present position.</summary>
    public readonly InvalidFileException Invalid(string problem) => new(
        _path, _position, problem, "The file is damaged, or no PGM or PPM file of one picture; save it again.");

    // A comment runs from # to the end of its line. True where something was skipped.
    private bool SkipSpace()
    {
        int start = _position;
        bool inComment = false;
        for (; _position < _content.Length; _position++)
        {
            byte value = _content[_position];
            inComment = inComment ? value is not ((byte)'\n' or (byte)'\r') : value == (byte)'#';
            if (!inComment && !IsSpace(value))
            {
                break;
            }
        }

        return _position > start;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or >= (byte)'\t' and <= (byte)'\r';
}
